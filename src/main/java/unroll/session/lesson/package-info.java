/**
 * Lessons: small JSON files that bring a text, settings, prompts, and questions whose answers can be checked; and what a
 * student has answered.
 */
@NullMarked
package unroll.session.lesson;

import org.jspecify.annotations.NullMarked;
