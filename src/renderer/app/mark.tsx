import classes from './mark.module.css';

/** The name of the app with its sign: many grains in, five heaps out. */
export function Mark() {
  return (
    <span className={classes.mark}>
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <rect x="1" y="12" width="3" height="9" rx="1" fill="var(--exported)" />
        <rect x="5.25" y="8" width="3" height="13" rx="1" fill="var(--merged)" />
        <rect x="9.5" y="3" width="3" height="18" rx="1" fill="var(--excluded)" />
        <rect x="13.75" y="10" width="3" height="11" rx="1" fill="var(--rejected)" />
        <rect x="18" y="14" width="3" height="7" rx="1" fill="var(--held)" />
      </svg>
      Winnow
    </span>
  );
}
