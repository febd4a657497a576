/** Addresses in answers: of the API (GitHub's `api.github.com`) and of the pages a person can open. */
export class Urls {
  readonly origin: string;
  readonly api: string;
  readonly repo: string;
  /** The newsroom's own page stands in for GitHub's. */
  readonly web: string;
  readonly fullName: string;
  readonly owner: string;
  readonly name: string;

  constructor(origin: string, basePath: string, owner: string, name: string) {
    this.origin = origin;
    this.owner = owner;
    this.name = name;
    this.fullName = `${owner}/${name}`;
    this.api = `${origin}${basePath}`;
    this.repo = `${this.api}/repos/${this.fullName}`;
    this.web = `${origin}/admin/`;
  }

  user(login: string): string {
    return `${this.api}/users/${encodeURIComponent(login)}`;
  }

  avatar(login: string): string {
    return `${this.api}/avatars/${encodeURIComponent(login)}.svg`;
  }

  /** The reviewer's page. */
  pullPage(number: number): string {
    return `${this.origin}/revision/#/cambios/${number}`;
  }

  conversation(number: number): string {
    return `${this.pullPage(number)}?vista=conversacion`;
  }

  issuePage(number: number): string {
    return `${this.web}#/workflow?issue=${number}`;
  }

  commitPage(sha: string): string {
    return `${this.web}#/commit/${sha}`;
  }
}

/** GitHub's opaque ids; ours only have to be stable and different. */
export function nodeId(kind: string, id: string | number): string {
  return Buffer.from(`${kind}:${id}`).toString('base64url');
}
