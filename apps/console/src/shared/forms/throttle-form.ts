import { z } from 'zod';

/** The form of a throttle. Rate is requests a second, burst the size of the bucket. */
export interface ThrottleDraft {
  readonly isOn: boolean;
  readonly rate: string;
  readonly burst: string;
}

/** Figures count only while the throttle is on, so switching it off mends every problem. */
export const ThrottleForm = z.object({ isOn: z.boolean(), rate: z.string(), burst: z.string() }).superRefine((draft, context) => {
  if (!draft.isOn) return;
  if (!/^\d+(\.\d+)?$/.test(draft.rate))
    context.addIssue({ code: 'custom', path: ['rate'], message: 'A number of requests a second, such as 100 or 0.5.' });
  if (!/^\d+$/.test(draft.burst)) context.addIssue({ code: 'custom', path: ['burst'], message: 'A whole number of requests.' });
});
