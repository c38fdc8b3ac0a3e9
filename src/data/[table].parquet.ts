import { printPublished } from "../notebook/print.ts";

printPublished((publication, { table }) => publication.parquet.get(`data/${table}.parquet`));
