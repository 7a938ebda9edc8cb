/** Milliseconds of work, whatever else the machine does at the same time. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The most memory that this process has held so far, in bytes. */
export const peak = () => process.resourceUsage().maxRSS * 1024;
