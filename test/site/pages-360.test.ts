import { describeLooks } from "./looks.ts";

describeLooks(360);
