import type { Calls, Session } from '@gatehouse/client-calls';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useEffect } from 'react';
import { SignInForm } from './sign-in-form';

/** The only page without a session. */
export function SignIn(props: { readonly calls: Calls; readonly onSignedIn: (session: Session) => void }) {
  useEffect(() => {
    document.title = 'Sign in - Gatehouse';
  }, []);
  return (
    <main className="gh-sign-in">
      <Box textAlign="center" padding={{ bottom: 'l' }}>
        <img src="/console/gatehouse.svg" alt="" width="56" height="56" />
        <Box variant="h1" padding={{ top: 's' }}>
          Gatehouse
        </Box>
      </Box>
      <Container
        header={<Header variant="h2">Sign in</Header>}
        footer={
          <Box variant="small" color="text-body-secondary">
            The first administrator's name and password were printed at the first start.
          </Box>
        }
      >
        <SignInForm {...props} />
      </Container>
    </main>
  );
}
