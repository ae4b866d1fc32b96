/** AWS leaves an empty map out. */
export const filledMap = <Value>(map: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> | undefined => (Object.keys(map).length > 0 ? map : undefined);
