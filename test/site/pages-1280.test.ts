import { describeLooks } from "./looks.ts";

describeLooks(1280);
