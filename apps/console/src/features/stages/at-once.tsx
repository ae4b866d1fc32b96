import Box from '@cloudscape-design/components/box';

/** Said on every form of a stage: when an edit takes effect. */
export const AtOnce = () => (
  <Box variant="small" color="text-body-secondary">
    Takes effect at once, without a deployment: the notice after saving follows it to the gateways.
  </Box>
);
