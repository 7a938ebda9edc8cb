import { itShows } from '../support/sum-example-test.js';
import { example } from './example.js';

itShows(example);
