import net from 'node:net';

/** The ports of ours that another program holds, so that the user is told before anything starts. */
export async function takenPorts(bind: string, ports: Readonly<Record<string, number>>): Promise<readonly string[]> {
  const taken: string[] = [];
  for (const [name, port] of Object.entries(ports)) if (!(await isFree(bind, port))) taken.push(`${port} (${name})`);
  return taken;
}

const isFree = (bind: string, port: number): Promise<boolean> => new Promise(resolve => {
  const server = net.createServer();
  server.once('error', () => resolve(false));
  server.listen(port, bind, () => server.close(() => resolve(true)));
});
