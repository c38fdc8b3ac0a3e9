import { printPublished } from "../notebook/print.ts";

printPublished((publication, { figure }) => publication.figures.get(figure)?.svg);
