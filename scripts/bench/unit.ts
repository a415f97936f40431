/** The largest municipality: its file is as long as one becomes. */
export const unit = '1480';
