import { version } from '../package.json';

/** Version of the tool, as the package says. */
export const VERSION: string = version;
