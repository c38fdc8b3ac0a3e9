import { describe, expect, test } from "vitest";
import { dataPackage } from "../../src/published/package.ts";
import { tableNames, tables } from "../../src/ledger/tables.ts";
import { crosscheck, ledger, mutation, mutationKind } from "../fixtures/ledger.ts";

const whole = dataPackage(
  ledger({
    crosschecks: [crosscheck("x_one", "1 + 1")],
    mutation_kinds: [mutationKind("k_one")],
    mutations: [mutation({ id: "u_one" })],
  }),
);

describe("dataPackage(ledger)", () => {
  test("describes every table and column", () => {
    const described = whole.resources.map(({ name, schema }) => [
      name,
      schema.fields.map((field) => field.name),
    ]);
    expect(described).toEqual(
      tableNames.map((name) => [name, Object.keys(tables[name].schema.shape)]),
    );
  });

  test("leaves out a table that may be missing and is empty", () => {
    const names = dataPackage(ledger({})).resources.map(({ name }) => name);
    for (const table of ["crosschecks", "mutation_kinds", "mutations"])
      expect(names).not.toContain(table);
  });

  test("every foreign key leads to a resource with that key", () => {
    const keyed = whole.resources
      .filter(({ schema }) => schema.primaryKey === "id")
      .map(({ name }) => name);
    for (const { name, schema } of whole.resources)
      for (const { reference } of schema.foreignKeys ?? [])
        expect(keyed).toContain(reference.resource || name);
  });

  test("says what Table Schema can say of a column", () => {
    const claims = whole.resources.find(({ name }) => name === "claims");
    expect(claims?.schema.fields.slice(0, 2)).toEqual([
      {
        name: "id",
        type: "string",
        description: "Key of the claim",
        constraints: { required: true, unique: true },
      },
      {
        name: "source",
        type: "string",
        description: "The document",
        constraints: { required: true },
      },
    ]);
    expect(claims?.schema.missingValues).toEqual([""]);
    expect(claims?.schema.foreignKeys).toContainEqual({
      fields: "origin",
      reference: { resource: "origins", fields: "id" },
    });
  });
});
