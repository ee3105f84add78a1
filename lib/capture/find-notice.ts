import { hasWords } from '../article/reading-time.ts';
import { fold, textOf } from './text.ts';

/** A notice is short; an article of this many words may bear any title. */
const LONGEST_NOTICE = 100;
const SIGN_IN_FIELD = 'input[type="password"], input[type="email"], input[autocomplete~="username"]';

// Whole titles, folded: lower case without punctuation. Part of a title may say the same in a short article.
const ERROR =
  /^((oops|whoops|uh oh|sorry|error|http|status|code|fehler|erreur) ?)*([45]\d\d)?( ?(error|fehler|oops))?( ?(((this|that|the|your) )?(page|file|document|article|content|site|url|resource|post|story)( you (requested|are looking for|were looking for))? (was |is |could |can |has |does |cannot |can t |doesn t |couldn t |isn t )*(not |no longer )*(be )?(found|exists?|available|been (moved|removed|deleted))|not found|nothing (was )?found( here)?|forbidden|access denied|unauthori[sz]ed|bad (request|gateway)|internal server error|service (temporarily )?unavailable|gateway time ?out|too many requests|just a moment|attention required|(checking|verifying|verify) (if |that )?(your|the|you)\b.*|are you (a )?(human|robot)|security check|(die )?((gewünschte|angeforderte) )?seite (wurde )?(leider )?nicht gefunden|zugriff verweigert|(cette )?page (est )?(introuvable|non trouvée)|accès (refusé|interdit)|página no encontrada|acceso denegado|pagina non trovata|página não encontrada|找不到(页面|頁面)|页面不存在|ページが見つかりません))?$/;
const SIGN_IN =
  /^(please )?((sign|log) ?(in|on)|login|welcome back|anmelden|anmeldung|einloggen|connexion|se connecter|iniciar sesión|accedi|entrar|登录|登入|ログイン)( (to|with|bei|à|en|a) .*)?$/;

/** What a page calls itself: the parts of its title, and its headings. */
export function namesOfPage(copy: Document): readonly string[] {
  const title = textOf(copy.querySelector('title')).split(/\s+[|–—·•»:-]+\s+|\s*\|\s*/);
  const headings = [...copy.body.querySelectorAll('h1, h2')].map(textOf);
  return [...title, ...headings].filter((name) => name !== '');
}

/** Whether a page asks for a name or an address to sign in with. Asked before its fields are removed. */
export function hasSignInField(copy: Document): boolean {
  return copy.querySelector(SIGN_IN_FIELD) !== null;
}

/** Whether a text is what a site says in the place of a text: that it is not there, not allowed, or to be signed in for. */
export function isNotice(root: Element, names: readonly string[], canSignIn: boolean): boolean {
  if (hasWords(root.textContent ?? '', LONGEST_NOTICE)) return false;
  return names.map(fold).some((name) => name !== '' && (ERROR.test(name) || (canSignIn && SIGN_IN.test(name))));
}
