import { focusWanted } from '../components/focus';
import classes from './first-run.module.css';
import { IdentityForm } from './identity-dialog';
import { Mark } from './mark';
import { Plain } from './plain';

/** The first thing a new person sees: what this is, and who they are. */
export function FirstRun() {
  return (
    <Plain>
      <div className={classes.head}>
        <Mark />
        <h1>Who are you?</h1>
        <p>
          Winnow turns old spreadsheets into import files a new CRM accepts, and can say of every row what
          became of it. Nothing leaves this machine. Every decision carries the name of the person who made
          it, so it needs yours.
        </p>
      </div>
      <div ref={focusWanted} className={classes.card}>
        <IdentityForm editing={null} onDone={() => undefined} />
      </div>
    </Plain>
  );
}
