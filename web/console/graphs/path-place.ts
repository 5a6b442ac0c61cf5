/** Where the path of a record or call through a graph is shown. */
export const PATH_PLACE = '/graphs/{kind}/{id}/of/{campaign}/{record}/{attempt}';
