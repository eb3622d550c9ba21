// Every text that parsers take long over; the unit tests try an eighth of them.
import { testCosts } from '../hostile/trials.ts';

testCosts(1);
