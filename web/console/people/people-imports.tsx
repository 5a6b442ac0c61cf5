// Files of people for the directory.
import { ImportsOf } from '../imports/imports.tsx';
import { DirectoryPage } from './directory-page.tsx';

export const PeopleImports = () => <DirectoryPage>{(of) => <ImportsOf read={of} />}</DirectoryPage>;
