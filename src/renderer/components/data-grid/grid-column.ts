/** How a column of the grid stands. */
export interface GridColumn {
  readonly name: string;
  /** Numbers stand at the right. */
  readonly align?: 'end';
  /** Under the name, small: the type. */
  readonly note?: string;
}
