import { printPublished } from "../notebook/print.ts";

printPublished((publication, { table }) => publication.parquet.get(`facts/${table}.parquet`));
