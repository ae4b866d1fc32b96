import { type Model } from '@gatehouse/contract-wire';
import { type ModelRow } from '@gatehouse/control-store';

/** Row -> AWS's Model. `schema` stands in for the row's own when it was flattened. */
export const presentModel = ({ id, name, fields }: ModelRow, schema: string | null = fields.schema): Model =>
  ({ id, name, description: fields.description ?? undefined, schema: schema ?? undefined, contentType: fields.contentType });
