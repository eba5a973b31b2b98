import { arch, cpus, platform, release, totalmem } from 'node:os';

/** The machine that figures were taken on, in one line. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processors[0]?.model.trim() ?? arch()}, ${processors.length} cores, ${memory} GiB, ${platform()} ${release()}, Node ${process.version}`;
}
