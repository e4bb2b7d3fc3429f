export const packageName = '';
