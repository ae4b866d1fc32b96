import { CallFault, type Call } from '@gatehouse/client-calls';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { save } from '../parts/save-file';
import { useDesk } from './desk';
import { askAgain } from './writes';

interface Download {
  readonly isBusy: boolean;
  readonly fault: unknown;
  /** The name under which the file was kept. */
  readonly saved: string | null;
}
const NOTHING: Download = { isBusy: false, fault: null, saved: null };
const keyOf = ({ operation, input }: Call): string => JSON.stringify([operation.name, input]);

/** Asks for a file and gives it to the browser under the name that the server chose, or this one. What came of it is told only while the same is asked for. */
export function useDownload(call: Call | null, fallbackName: string): Download & { readonly download: () => Promise<void> } {
  const { calls } = useDesk();
  const queries = useQueryClient();
  const [last, setLast] = useState<Download & { readonly key: string }>({ ...NOTHING, key: '' });
  async function download(): Promise<void> {
    if (call === null || last.isBusy) return;
    const key = keyOf(call);
    setLast({ ...NOTHING, key, isBusy: true });
    try {
      const { bytes, name } = await calls.file(call);
      save(name ?? fallbackName, 'application/octet-stream', bytes);
      setLast({ ...NOTHING, key, saved: name ?? fallbackName });
    } catch (fault) {
      if (fault instanceof CallFault && fault.kind === 'unauthenticated') void askAgain(queries);
      setLast({ ...NOTHING, key, fault });
    }
  }
  const isOfThis = call !== null && last.key === keyOf(call);
  return { ...(isOfThis ? last : { ...NOTHING, isBusy: last.isBusy }), download };
}
