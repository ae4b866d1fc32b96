import { CallFault, type Calls, type Session } from '@gatehouse/client-calls';
import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { FaultAlert } from '../shared/parts/fault-alert';

interface SignInFormProps {
  readonly calls: Calls;
  readonly userName?: string;
  readonly onSignedIn: (session: Session) => void;
}

/** Name and password. A refusal never says which of the two was wrong. */
export function SignInForm({ calls, userName: known = '', onSignedIn }: SignInFormProps) {
  const [userName, setUserName] = useState(known);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const isRefused = fault instanceof CallFault && fault.kind === 'unauthenticated';
  async function signIn(): Promise<void> {
    setTried(true);
    if (!userName || !password || busy) return;
    setBusy(true);
    setFault(null);
    try {
      onSignedIn(await calls.signIn(userName, password));
    } catch (refused) {
      setFault(refused);
      setPassword('');
    } finally {
      setBusy(false);
    }
  }
  const passwordProblem = tried && !busy && !password && !fault ? 'Enter your password.' : isRefused && !password ? fault.message : '';
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void signIn();
      }}
    >
      <Form
        actions={
          <Button variant="primary" loading={busy}>
            Sign in
          </Button>
        }
      >
        <SpaceBetween size="l">
          <FormField label="User name" errorText={tried && !userName ? 'Enter your user name.' : ''}>
            <Input
              value={userName}
              autoFocus={!known}
              autoComplete="username"
              name="username"
              disableBrowserAutocorrect
              onChange={({ detail }) => setUserName(detail.value)}
            />
          </FormField>
          <FormField label="Password" errorText={passwordProblem}>
            <Input
              value={password}
              type="password"
              autoFocus={Boolean(known)}
              autoComplete="current-password"
              name="password"
              onChange={({ detail }) => setPassword(detail.value)}
            />
          </FormField>
          {fault !== null && !isRefused && <FaultAlert fault={fault} />}
        </SpaceBetween>
      </Form>
    </form>
  );
}
