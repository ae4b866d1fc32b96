import { cpus, release } from 'node:os';

/** What one round measured of one peer. */
export interface PeerFigures { readonly cpuUs: number; readonly rps: number; readonly p50Us: number; readonly p99Us: number }

const BUDGETS: Readonly<Record<string, number>> = { 'nginx': 1.7, '@fastify/http-proxy': 0.5 };
const OURS = 'gatehouse gateway';

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The results page. Ratios are taken inside each round, then their median: noise that hits a round hits all its peers. */
export function report(figures: ReadonlyMap<string, readonly PeerFigures[]>): string {
  const ours = figures.get(OURS) ?? [];
  const rows = [...figures].map(([name, rounds]) => {
    const figure = (pick: (round: PeerFigures) => number, digits: number): string => median(rounds.map(pick)).toFixed(digits);
    return `| ${name} | ${figure(r => r.cpuUs, 1)} | ${figure(r => r.rps, 0)} | ${figure(r => r.p50Us / 1_000, 2)} | ${figure(r => r.p99Us / 1_000, 2)} |`;
  });
  const ratios = Object.entries(BUDGETS).map(([name, budget]) => {
    const peer = figures.get(name) ?? [];
    const perRound = ours.map((round, at) => round.cpuUs / peer[at]!.cpuUs);
    const ratio = median(perRound);
    return `| ${name} | ${ratio.toFixed(2)} | ${perRound.map(value => value.toFixed(2)).join(' ')} | ${budget.toFixed(2)} | ${ratio <= budget ? 'kept' : 'MISSED'} |`;
  });
  return `# Benchmark results

Proxied GET of 1 KB with the full chain: the gateway checks an API key, throttles, counts a quota, writes an access log and metrics; nginx checks a
key, limits and logs; @fastify/http-proxy checks a key and limits. Each has one core to itself, origin (nginx) and load (wrk, 64 connections) share the
other. ${ours.length} interleaved rounds, medians; CPU is user + system time of the process tree. p50 and p99 come from an open-loop client at 20 % of the
rate that saturates the peer. Machine: ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Linux ${release()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}.

| peer | CPU us/request | requests/s on one core | p50 ms at 20 % | p99 ms at 20 % |
|---|---|---|---|---|
${rows.join('\n')}

| gateway's CPU against | ratio (median) | each round | budget | |
|---|---|---|---|---|
${ratios.join('\n')}

Run it again with \`npm run bench\`.
`;
}
