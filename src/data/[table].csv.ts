import { printPublished } from "../notebook/print.ts";

printPublished((publication, { table }) => publication.tables.get(table));
