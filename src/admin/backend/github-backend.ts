import { GitHubBackend as DecapGitHubBackend } from 'decap-cms-backend-github';

/** Decap's GitHub backend, for GitHub and for the local forge alike. */
export class GitHubBackend extends DecapGitHubBackend {}
