import { run } from './program.js';
import { processTerminal } from './terminal.js';

// A reader that closes the pipe early (`ctmtqg … | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), processTerminal());
