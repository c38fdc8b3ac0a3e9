import { printPublished } from "../notebook/print.ts";

printPublished((publication, { module }) => publication.modules.get(module));
