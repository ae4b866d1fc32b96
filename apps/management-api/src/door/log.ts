import { type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** The process's log: one JSON object a line, to standard output. */
export const newLog = (level: string): Logger => pino({ level, base: { app: 'management-api' }, redact: ['*.authorization', '*.cookie'] });

/** Lets Nest speak through our log. */
export const nestLogger = (log: Logger): LoggerService => ({
  log: (message: unknown, context?: unknown) => log.debug({ context }, String(message)),
  warn: (message: unknown, context?: unknown) => log.warn({ context }, String(message)),
  error: (message: unknown, stack?: unknown, context?: unknown) => log.error({ context, stack }, String(message)),
});
