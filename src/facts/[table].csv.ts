import { printPublished } from "../notebook/print.ts";

printPublished((publication, { table }) => publication.facts.get(`${table}.csv`));
