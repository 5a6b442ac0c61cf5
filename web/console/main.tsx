// The supervisor's console.
import { startPage } from '../kit/start.tsx';
import { Console } from './console.tsx';
import { CONSOLE_TEXTS } from './language.ts';

startPage({ texts: CONSOLE_TEXTS, page: <Console /> });
