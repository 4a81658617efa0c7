// Command apk installs one package of Alpine's kind into an empty root, as
// "apk add" would: it makes an index of it, resolves what is to be installed,
// unpacks that, and keeps the record of what is installed. Debian has no apk, so
// this takes the library that distributions of that kind were built with.
//
//	go run . PACKAGE.apk ROOT
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/chainguard-dev/go-apk/pkg/apk"
	"github.com/chainguard-dev/go-apk/pkg/fs"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: apk PACKAGE.apk ROOT")
	}
	if err := add(context.Background(), os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

func add(ctx context.Context, path, root string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	pkg, err := apk.ParsePackage(ctx, file)
	if err != nil {
		return err
	}
	repository, err := serve(pkg, path)
	if err != nil {
		return err
	}
	defer os.RemoveAll(repository)

	system, err := apk.New(
		apk.WithFS(fs.DirFS(root, fs.WithCreateDir())),
		apk.WithArch(pkg.Arch),
		apk.WithIgnoreMknodErrors(true),
		apk.WithNoSignatureIndexes(repository), // a snapshot is not signed
	)
	if err != nil {
		return err
	}
	if err := system.InitDB(ctx); err != nil {
		return err
	}
	if err := system.SetRepositories(ctx, []string{repository}); err != nil {
		return err
	}
	if err := system.SetWorld(ctx, []string{pkg.Name}); err != nil {
		return err
	}
	epoch := time.Unix(0, 0)
	if err := system.FixateWorld(ctx, &epoch); err != nil {
		return err
	}
	installed, err := system.GetInstalled()
	if err != nil {
		return err
	}
	for _, i := range installed {
		if i.Name == pkg.Name && i.Version == pkg.Version {
			fmt.Println("installed", i.Name, i.Version, "with", len(i.Files), "files and folders")
			return nil
		}
	}
	return fmt.Errorf("%s %s is not among what is installed", pkg.Name, pkg.Version)
}

// serve makes a repository that holds the package, in a folder of its own.
func serve(pkg *apk.Package, path string) (string, error) {
	repository, err := os.MkdirTemp("", "apk")
	if err != nil {
		return "", err
	}
	folder := filepath.Join(repository, pkg.Arch)
	if err := os.Mkdir(folder, 0o755); err != nil {
		return "", err
	}
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	pkg.Size = uint64(info.Size())
	whole, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(folder, pkg.Filename()), whole, 0o644); err != nil {
		return "", err
	}
	archive, err := apk.ArchiveFromIndex(&apk.APKIndex{Description: "one package", Packages: []*apk.Package{pkg}})
	if err != nil {
		return "", err
	}
	index, err := os.Create(filepath.Join(folder, "APKINDEX.tar.gz"))
	if err != nil {
		return "", err
	}
	if _, err := io.Copy(index, archive); err != nil {
		return "", err
	}
	return repository, index.Close()
}
