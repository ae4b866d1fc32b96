import { Controller, Get, Redirect } from '@nestjs/common';
import { ServiceFault } from '@gatehouse/contract-wire';
import { DataSource } from 'typeorm';

const READY_WITHIN_MS = 1_500;

/** For those who watch the process: alive as soon as it answers, ready while the database answers too. */
@Controller()
export class HealthController {
  constructor(private readonly store: DataSource) {}

  @Get('health/live') live(): { status: string } { return { status: 'live' }; }

  @Get('health/ready') async ready(): Promise<{ status: string }> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error('the database did not answer in time')), READY_WITHIN_MS); });
    try {
      await Promise.race([this.store.query('select 1'), late]);
    } catch (cause) {
      throw new ServiceFault('ServiceUnavailableException', 'The database does not answer', { 'Retry-After': '1' }, { cause });
    } finally {
      clearTimeout(timer);
    }
    return { status: 'ready' };
  }

  @Get() @Redirect('/console/', 302) root(): void { return; }
}
