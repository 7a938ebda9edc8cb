import { version } from '../package.json';

/** Version of the core, as the package says. */
export const VERSION: string = version;
