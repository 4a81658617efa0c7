package wording_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const (
	module      = "github.com/ask-first/askfirst/"
	wordingPath = module + "internal/wording"
)

// TestEveryTextIsUsed: a text that no code shows is a text that somebody
// translates for nothing. The type checker says which field of the words each
// piece of code means, so that two fields of one name are not taken for each other.
// What only a function of this package uses counts if somebody calls that function.
func TestEveryTextIsUsed(t *testing.T) {
	if testing.Short() {
		t.Skip("type-checks the program")
	}
	u := uses{fields: map[types.Object][]types.Object{}, functions: map[types.Object][]types.Object{}}
	words := u.readProgram(t)
	if words == nil {
		t.Fatal("this package was not found")
	}
	texts := 0
	eachText(words.Scope().Lookup("Words").Type(), "", func(name string, field types.Object) {
		texts++
		if !u.alive(field, u.fields, map[types.Object]bool{}) {
			t.Errorf("no code uses %s", name)
		}
	})
	if texts < 300 {
		t.Errorf("only %d texts were looked at", texts)
	}
}

// uses are the functions of wording in which a field or a function of it is used;
// nil stands for every other place.
type uses struct {
	fields, functions map[types.Object][]types.Object
}

// readProgram type-checks the packages of this module and returns this one. Those
// of others are taken as the compiler left them.
func (u uses) readProgram(t *testing.T) (words *types.Package) {
	list := exec.Command("go", "list", "-deps", "-export", "-f", `{{.ImportPath}}|{{.Export}}|{{.Dir}}|{{join .GoFiles " "}}`, "./...")
	list.Dir = "../.."
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	fset, exports, ours := token.NewFileSet(), map[string]string{}, map[string]*types.Package{}
	others := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	config := types.Config{Importer: importing(func(path string) (*types.Package, error) {
		if p := ours[path]; p != nil {
			return p, nil
		}
		return others.Import(path)
	})}
	for line := range strings.Lines(string(out)) { // what is imported comes first
		parts := strings.Split(strings.TrimSpace(line), "|")
		path := parts[0]
		if !strings.HasPrefix(path, module) {
			exports[path] = parts[1]
			continue
		}
		var files []*ast.File
		for _, name := range strings.Fields(parts[3]) {
			file, err := parser.ParseFile(fset, filepath.Join(parts[2], name), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, file)
		}
		info := &types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
		if ours[path], err = config.Check(path, fset, files, info); err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			u.read(path, info, file)
		}
	}
	return ours[wordingPath]
}

type importing func(path string) (*types.Package, error)

func (i importing) Import(path string) (*types.Package, error) { return i(path) }

func (u uses) read(path string, info *types.Info, file *ast.File) {
	for _, decl := range file.Decls {
		var within types.Object
		if f, ok := decl.(*ast.FuncDecl); ok && path == wordingPath {
			within = info.Defs[f.Name]
		}
		ast.Inspect(decl, func(n ast.Node) bool {
			name, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			switch used := info.Uses[name].(type) {
			case *types.Var:
				if used.IsField() {
					u.fields[used] = append(u.fields[used], within)
				}
			case *types.Func:
				if used.Pkg() != nil && used.Pkg().Path() == wordingPath {
					u.functions[used] = append(u.functions[used], within)
				}
			}
			return true
		})
	}
}

// alive tells whether what is used somewhere is used in the end.
func (u uses) alive(used types.Object, in map[types.Object][]types.Object, seen map[types.Object]bool) bool {
	for _, within := range in[used] {
		if within == nil {
			return true
		}
		if !seen[within] {
			seen[within] = true
			if u.alive(within, u.functions, seen) {
				return true
			}
		}
	}
	return false
}

// eachText visits the fields that hold texts, by their path.
func eachText(of types.Type, path string, visit func(name string, field types.Object)) {
	s, ok := of.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i := range s.NumFields() {
		field := s.Field(i)
		name := strings.TrimPrefix(path+"."+field.Name(), ".")
		if _, ok := field.Type().Underlying().(*types.Struct); ok && !strings.HasSuffix(field.Type().String(), ".Plural") {
			eachText(field.Type(), name, visit)
			continue
		}
		visit(name, field)
	}
}
