import { csv, type Upload } from './estate';

const GIVEN = ['Anna', 'Bruno', 'Carla', 'Dmitri', 'Elena', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas'];
const FAMILY = ['Abel', 'Brandt', 'Conti', 'Dahl', 'Egger', 'Fuchs', 'Gallo', 'Hartmann', 'Iversen', 'Jung'];
const CITIES = ['Bremen', 'Kassel', 'Ulm', 'Mainz', 'Jena', 'Trier'];

/**
 * A hundred people in one list; every seventh stands in it a second time with another phone (clearly the same), a few with
 * a name and a town (most likely the same), every eleventh with an initial and a town (a matter for a person). Two live in
 * one household.
 */
export function peopleFile(): Upload {
  const lines = ['Contact ID,First Name,Last Name,Email,Phone,Mailing City'];
  for (let at = 0; at < 100; at++) {
    const first = GIVEN[at % 10] ?? '';
    const last = FAMILY[Math.floor(at / 10)] ?? '';
    const city = CITIES[(at * 5) % 6] ?? '';
    const mail = `${first}.${last}@people.example`.toLowerCase();
    lines.push(`P${100 + at},${first},${last},${mail},+49 30 55${10_000 + at * 37},${city}`);
    if (at % 7 === 0)
      lines.push(`D${100 + at},${first},${last},${mail},+49 40 77${10_000 + at * 41},${city}`);
    if (at % 31 === 5) lines.push(`N${100 + at},${first},${last},,,${city}`);
    if (at % 11 === 0) lines.push(`E${100 + at},${first.slice(0, 1)}.,${last},,,${city}`);
  }
  lines.push('H1,Nora,Quandt,nora.quandt@home.example,+49 61 7788990,Fulda');
  lines.push('H2,Otto,Quandt,otto.quandt@letters.example,+49 61 7788990,Fulda');
  return csv('people.csv', `${lines.join('\n')}\n`);
}
