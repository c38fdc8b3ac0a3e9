import { openModel } from "../../../src/notebook/model.ts";
import { holdToPublished } from "./held.ts";

holdToPublished("the tables in data/", openModel("data"));
