package folder

import (
	"fmt"
	"io/fs"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/ask-first/askfirst/internal/folder/foldertest"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// mostMemory is what a stranger's folder may cost; see the limits in file.go.
const mostMemory = 64 << 20

// hostile are folders that are made to eat the machine: each is as large as a
// limit allows, or much larger. They are a function because most are big.
func hostile() map[string]func() fstest.MapFS {
	topic := func(text string) func() fstest.MapFS {
		return func() fstest.MapFS { return foldertest.With("one.yaml", text) }
	}
	whole := func(mark string) func() fstest.MapFS {
		return func() fstest.MapFS { return foldertest.With("one.yaml", strings.Repeat(mark, maxFileBytes/len(mark))) }
	}
	// allowed is as often as a file may say this.
	allowed := func(mark string) func() fstest.MapFS {
		n := min(maxMarks/max(1, marks([]byte(mark))), maxFileBytes/len(mark)) - 10
		return topic(strings.Repeat(mark, n))
	}
	inRule := func(when string) func() fstest.MapFS {
		return func() fstest.MapFS { return foldertest.With("one.yaml", foldertest.Topic+"    when: "+when+"\n") }
	}
	return map[string]func() fstest.MapFS{
		"a megabyte of opening brackets":  whole("["),
		"a megabyte of opening braces":    whole("{"),
		"a megabyte of a,":                whole("a,"),
		"a megabyte of dashes":            whole("- "),
		"a megabyte of {a: ":              whole("{a: "),
		"a megabyte of line feeds":        whole("\n"),
		"a megabyte of one letter":        whole("a"),
		"a megabyte of quotes":            whole("\""),
		"a megabyte of pairs of quotes":   whole("'' "),
		"a megabyte of question marks":    whole("? "),
		"a megabyte of comments":          whole("#\n"),
		"a megabyte of documents":         whole("---\n"),
		"a megabyte of ends of documents": whole("...\n"),
		"a megabyte of anchors":           whole("&a "),
		"a megabyte of tags":              whole("!a "),
		"a megabyte of tag directives":    whole("%TAG !a! b\n"),
		"a megabyte of other directives":  whole("%A\n"),
		"a megabyte of short words":       whole("a "),
		"a megabyte of blanks":            whole(" "),
		"as many [ as allowed":            allowed("["),
		"as many {a: as allowed":          allowed("{a: "),
		"as many - as allowed":            allowed("- "),
		"as many items as allowed":        func() fstest.MapFS { return foldertest.With("one.yaml", "["+strings.Repeat("a,", maxMarks-10)+"]") },
		"as many keys as allowed": func() fstest.MapFS {
			return foldertest.With("one.yaml", keys(maxMarks/2-10))
		},
		"100,000 keys":           func() fstest.MapFS { return foldertest.With("one.yaml", keys(100_000)) },
		"as many comments":       allowed("#\n"),
		"as many long comments":  allowed("# 345678\n"),
		"comments after a key":   topic("topic: one\n" + strings.Repeat("# 345678\n", maxMarks/2-10)),
		"comments after items":   topic("a:\n" + strings.Repeat("- b # c\n", maxMarks/4)),
		"as many documents":      allowed("---\n"),
		"as many tag directives": func() fstest.MapFS { return foldertest.With("one.yaml", tagDirectives(maxFileBytes/16)) },
		"items of items": func() fstest.MapFS {
			return foldertest.With("one.yaml", "a: ["+strings.Repeat("[a,a],", maxMarks/3-10)+"]")
		},
		"empty maps in lists": func() fstest.MapFS {
			return foldertest.With("one.yaml", "a: ["+strings.Repeat("["+strings.Repeat("{},", 1990)+"],", maxMarks/(2*1990)-1)+"]")
		},
		"9,999 levels of brackets":         topic(strings.Repeat("[", 9_999) + strings.Repeat("]", 9_999)),
		"9,999 levels of braces":           topic(strings.Repeat("{a: ", 9_999) + strings.Repeat("}", 9_999)),
		"9,999 levels of dashes":           topic(strings.Repeat("- ", 9_999)),
		"20,000 levels of dashes":          topic(strings.Repeat("- ", 20_000)),
		"9,999 levels of blanks":           topic(stairs(1_000)),
		"a text of 20 MB":                  func() fstest.MapFS { return foldertest.With("one.yaml", "topic: "+strings.Repeat("a", 20<<20)) },
		"a text of a megabyte":             topic("topic: " + strings.Repeat("a", maxFileBytes-100)),
		"a quoted text of escapes":         topic("topic: \"" + strings.Repeat(`\u00e9`, maxFileBytes/6-10) + "\""),
		"a text of many lines":             topic("topic: |\n" + strings.Repeat(" a\n", maxMarks-10)),
		"a text of many words":             topic("topic: " + strings.Repeat("a ", maxFileBytes/2-10)),
		"an alias bomb":                    topic(aliasBomb()),
		"a ring of aliases":                topic("topic: &a [*a]\n"),
		"many anchors":                     topic("- " + strings.Join(strings.Split(strings.Repeat("&a b,", 30_000), ","), "\n- ")),
		"many unlike keys with no meaning": inRule("{all: [" + strings.Repeat("{x: y},", 1_900) + "]}"),
		"includes by every way": func() fstest.MapFS {
			// Ten classes on each of fifteen steps, each including the whole next
			// step: more ways from top to bottom than there are grains of sand.
			var b strings.Builder
			b.WriteString("classes:\n")
			for step := range 15 {
				for i := range 10 {
					fmt.Fprintf(&b, "- {id: c%d-%d, name: C, includes: [", step, i)
					for j := range 10 {
						if step < 14 {
							fmt.Fprintf(&b, "c%d-%d, ", step+1, j)
						}
					}
					b.WriteString("]}\n")
				}
			}
			b.WriteString("medicines: [{generic: a, classes: [c14-0]}, {generic: c0-0, classes: []}]\n")
			return foldertest.With("medicines.yaml", b.String())
		},
		"many classes that include one another": func() fstest.MapFS {
			var b strings.Builder
			b.WriteString("classes:\n")
			for i := range 300 {
				fmt.Fprintf(&b, "- {id: c%d, name: C, includes: [", i)
				for j := i + 1; j < 300; j++ {
					fmt.Fprintf(&b, "c%d,", j)
				}
				b.WriteString("]}\n")
			}
			b.WriteString("medicines:\n")
			for i := range 300 {
				fmt.Fprintf(&b, "- {generic: c%d, classes: []}\n", i)
			}
			return foldertest.With("medicines.yaml", b.String())
		},
		"wrong words as long as texts": func() fstest.MapFS {
			folder := foldertest.With("medicines.yaml", manyMedicines(45, strings.Repeat("a", 19_000)))
			folder["one.yaml"] = &fstest.MapFile{Data: []byte(foldertest.Topic + "    when: {medicines: [" + strings.Repeat(strings.Repeat("b", 19_000)+",", 50) + "]}\n" + medicinesQuestion)}
			return folder
		},
		"a wrong word in thousands of conditions": func() fstest.MapFS {
			folder := foldertest.With("medicines.yaml", manyMedicines(2_000, strings.Repeat("a", 40)))
			when := "{all: [" + strings.Repeat("{all: ["+strings.Repeat("{medicines: aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbb},", 1_000)+"]},", 20) + "]}"
			folder["one.yaml"] = &fstest.MapFile{Data: []byte(foldertest.Topic + "    when: " + when + "\n" + medicinesQuestion)}
			return folder
		},
		"thousands of conditions on thousands of medicines": func() fstest.MapFS {
			folder := foldertest.With("medicines.yaml", manyMedicines(2_000, "a"))
			when := "{all: [" + strings.Repeat("{all: ["+strings.Repeat("{medicines: none},", 1_000)+"]},", 30) + "]}"
			folder["one.yaml"] = &fstest.MapFile{Data: []byte(foldertest.Topic + "    when: " + when + "\n" + medicinesQuestion)}
			return folder
		},
		"thousands of look-alikes among thousands of names": func() fstest.MapFS {
			text := manyMedicines(2_000, strings.Repeat("a", 200)) + "look-alikes:\n" + strings.Repeat("- ["+strings.Repeat("b,", 1_000)+"]\n", 60)
			return foldertest.With("medicines.yaml", text)
		},
		"others that thousands of questions do not offer": func() fstest.MapFS {
			var b strings.Builder
			b.WriteString("topic: one\ntitle: One\nquestions:\n")
			for i := range 1_900 {
				fmt.Fprintf(&b, "- {id: q%d, ask: A, why: B, choose: one, answers: [{id: a, label: A}, {id: b, label: B}]}\n", i)
			}
			folder := foldertest.With("one.yaml", b.String())
			folder["scenarios.yaml"] = &fstest.MapFile{Data: []byte("scenarios:\n" + strings.Repeat("- {id: s, answers: {}, expect: {}, others: ["+strings.Repeat("x,", 1_500)+"]}\n", 40))}
			return folder
		},
		"eight files that are all kept": func() fstest.MapFS {
			topics := []string{"one"}
			when := "{all: [" + strings.Repeat("{all: ["+strings.Repeat("{x: []},", 1_900)+"]},", 15) + "]}"
			folder := foldertest.With("one.yaml", foldertest.Topic+"    when: "+when+"\n")
			for i := range 7 {
				name := fmt.Sprintf("t%d", i)
				topics = append(topics, name)
				folder[name+".yaml"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(foldertest.Topic, "one", name) + "    when: " + when + "\n")}
			}
			folder["questionnaire.yaml"].Data = []byte(strings.Replace(string(folder["questionnaire.yaml"].Data), "[one]", "["+strings.Join(topics, ", ")+"]", 1))
			return folder
		},
		"a wrong indentation at the end of a megabyte": topic("a:\n" + strings.Repeat("  - abcdefghijklmnop\n", 45_000) + " - b\n"),
		"a folder of a thousand files": func() fstest.MapFS {
			folder := foldertest.With("one.yaml", foldertest.Topic)
			for i := range 1_000 {
				folder[fmt.Sprintf("t%d.yaml", i)] = &fstest.MapFile{Data: []byte("a: b\n")}
			}
			return folder
		},
	}
}

func TestHostileFoldersStaySmall(t *testing.T) {
	for name, folder := range hostile() {
		t.Run(name, func(t *testing.T) {
			staysSmall(t, folder())
		})
	}
}

// staysSmall reads the folder and fails if the heap grew beyond what a
// stranger's folder may cost. It asserts no time: that is what the timeout of
// go test is for.
func staysSmall(t *testing.T, folder fs.FS) []questionnaire.Finding {
	t.Helper()
	// A small GC percentage keeps dead memory from being counted with the living.
	defer debug.SetGCPercent(debug.SetGCPercent(10))
	runtime.GC()
	before, most := heap(), uint64(0)
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			most = max(most, heap())
			select {
			case <-stop:
				return
			case <-time.After(200 * time.Microsecond):
			}
		}
	}()
	start := time.Now()
	q, findings, err := Read(folder, nil)
	took := time.Since(start)
	close(stop)
	<-stopped
	grown := int64(max(most, heap())) - int64(before)
	t.Logf("%4d MiB, %v, %d findings", grown>>20, took.Round(time.Millisecond), len(findings))
	if grown > mostMemory {
		t.Errorf("the heap grew by %d MiB; no folder may cost more than %d", grown>>20, mostMemory>>20)
	}
	if q != nil || len(findings) == 0 || err != nil {
		t.Errorf("the folder was not refused: %v", err)
	}
	runtime.KeepAlive(q)
	return findings
}

func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

func keys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d: \n", i)
	}
	return b.String()
}

func tagDirectives(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%%TAG !%05d! b\n", i)
	}
	return b.String()
}

func stairs(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%sa:\n", strings.Repeat(" ", i))
	}
	return b.String()
}

func aliasBomb() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x]\n")
	for i := 1; i < 10; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d,", i-1), 9), ","))
	}
	return b.String()
}

func manyMedicines(n int, name string) string {
	var b strings.Builder
	b.WriteString("classes: [{id: c, name: C}]\nmedicines:\n")
	for i := range n {
		fmt.Fprintf(&b, "- {generic: %s%d, classes: [c]}\n", name, i)
	}
	return b.String()
}

const medicinesQuestion = "questions: [{id: medicines, ask: A, why: B, choose: medicines}]\n"
