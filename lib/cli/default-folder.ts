// The contact centre that commands use unless another is named.

export const DEFAULT_FOLDER = 'examples/clinic-recall';
