/** The last page of a list; a list of nothing has one. */
export const lastPage = (total: number, perPage: number): number => Math.max(1, Math.ceil(total / perPage));
