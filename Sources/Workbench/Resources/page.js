import { follow } from "./events.js";
import { filterRows } from "./rows.js";
import { live } from "./live.js";
import { drop } from "./drop.js";

follow();
filterRows();
live();
drop();
