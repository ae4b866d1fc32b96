import { BadRequestException, ValidationPipe, type ValidationError } from '@nestjs/common';

/** Input of our own REST is checked against its class; what nobody declared is refused, not dropped. */
export const strictInput = (): ValidationPipe => new ValidationPipe({
  transform: true, whitelist: true, forbidNonWhitelisted: true,
  exceptionFactory: (errors: ValidationError[]) => new BadRequestException({ message: errors.flatMap(error => Object.values(error.constraints ?? {})).join('; ') || 'The request does not hold.' }),
});
