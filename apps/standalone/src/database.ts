import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { reachableFolder, startPostgres, type EmbeddedPostgres } from '@gatehouse/control-embedded';
import { isAlive } from './processes.js';

const LOOK_EVERY_MS = 300;
const DATABASE = 'postgres';

/** The embedded PostgreSQL: started once, watched, and started again on the same port when it is killed. */
export class Database {
  #server: EmbeddedPostgres | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isMending = false;
  readonly folder: string;
  /** True when the cluster could not lie in the data folder (root, below a closed home). */
  readonly isMoved: boolean;

  constructor(private readonly dataDir: string, private readonly tell: (line: string) => void) {
    const name = `postgres-${createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 12)}`;
    const { folder, moved } = reachableFolder(path.join(dataDir, 'postgres'), name);
    this.folder = folder;
    this.isMoved = moved;
  }

  get url(): string {
    if (this.#server === null) throw new Error('the embedded database has not been started');
    return this.#server.url(DATABASE);
  }

  async start(): Promise<void> {
    this.#setAbandonedAside();
    this.#server = await startPostgres({ folder: this.folder });
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY_MS);
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#server?.stop();
  }

  /**
   * A cluster outside the data folder outlives it. When the data folder was removed, its master key went with it, so nothing in the old
   * cluster can be opened: a fresh start gets a fresh cluster, and the old one stays beside it under another name.
   */
  #setAbandonedAside(): void {
    const hasKey = existsSync(path.join(this.dataDir, 'master.key')) || Boolean(process.env['GATEHOUSE_MASTER_KEY']);
    if (!this.isMoved || hasKey || !existsSync(path.join(this.folder, 'data'))) return;
    const aside = `${this.folder}.abandoned-${Date.now()}`;
    renameSync(this.folder, aside);
    mkdirSync(this.folder, { recursive: true, mode: 0o711 });
    this.tell(`the data folder is new, so its old database was set aside: ${aside}`);
  }

  async #look(): Promise<void> {
    if (this.#isMending || this.#server === null || isAlive(this.#server.pid)) return;
    this.#isMending = true;
    this.tell('the embedded database ended; it starts again');
    try {
      this.#server = await startPostgres({ folder: this.folder, port: this.#server.port });
    } catch (error) {
      // Its last processes may still hold the shared memory: the next look tries again.
      this.tell(`the embedded database does not start yet: ${(error as Error).message.split('\n')[0]}`);
    } finally {
      this.#isMending = false;
    }
  }
}
