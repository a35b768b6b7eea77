import { follow } from "./events.js";
import { lists } from "./lists.js";
import { live } from "./live.js";
import { people } from "./people.js";
import { drop } from "./drop.js";

follow();
lists();
live();
people();
drop();
