// The agent's desk.
import './desk.css';
import { startPage } from '../kit/start.tsx';
import { Desk } from './desk.tsx';
import { DESK_TEXTS } from './language.ts';

startPage({ texts: DESK_TEXTS, page: <Desk /> });
