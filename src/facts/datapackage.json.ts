import { printPublished } from "../notebook/print.ts";

printPublished((publication) => publication.facts.get("datapackage.json"));
