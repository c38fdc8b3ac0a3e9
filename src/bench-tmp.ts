import { compareBuilds } from "/work/wt/collections/src/cli/bench/builds.ts";
import { inTemporaryFolder } from "/work/wt/collections/src/cli/bench/copies.ts";
console.log(JSON.stringify(await inTemporaryFolder((f)=>compareBuilds("/work/wt/collections",f,1))));
