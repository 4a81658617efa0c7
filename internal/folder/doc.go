// Package folder reads the YAML files of a questionnaire's folder. [Read] turns
// them into nouns: every reference resolved to a pointer, every noun with the
// position at which it was written.
//
// The one trick is that it walks yaml.v3's nodes instead of decoding into
// structs. So it can say file, line and column of the very word that is wrong,
// refuse what YAML allows but a questionnaire must not contain (aliases, merge
// keys, tags, a second document), and go on to the next mistake instead of
// stopping at the first. Each limit is enforced before what it limits is built,
// because the folder may be a stranger's. What it returns without an error is
// sound in structure; that it is also wise is what package prove and a clinician
// must show.
package folder
