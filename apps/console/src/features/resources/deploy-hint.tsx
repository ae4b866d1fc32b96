import Box from '@cloudscape-design/components/box';

/** Said on every form of the draft: stages serve what was deployed. */
export const DeployHint = () => (
  <Box variant="small" color="text-body-secondary">
    Stages serve this only after the API is deployed again.
  </Box>
);
