import { isArtifact, type Role } from '../base/element.ts';

/** What a picture shows, for who does not see it; '' where nobody says. */
export function altOf(role: Role): string {
  return isArtifact(role) ? '' : (role.alt ?? '');
}
