// Written by `npm run db:types` from the migrations. Do not edit.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  __InternalSupabase: { PostgrestVersion: '12' }
  public: {
    Tables: {
      answers: {
        Row: {
          answer: string
          answered_at: string
          company_id: string
          introduction_id: string
          note: string | null
          reason: string | null
          via: string
        }
        Insert: {
          answer: string
          answered_at?: string
          company_id: string
          introduction_id: string
          note?: string | null
          reason?: string | null
          via: string
        }
        Update: {
          answer?: string
          answered_at?: string
          company_id?: string
          introduction_id?: string
          note?: string | null
          reason?: string | null
          via?: string
        }
        Relationships: [
          {
            foreignKeyName: 'answers_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'answers_introduction_id_fkey'
            columns: ['introduction_id']
            isOneToOne: false
            referencedRelation: 'introductions'
            referencedColumns: ['id']
          },
        ]
      }
      audit_log: {
        Row: {
          action: string
          actor: string | null
          actor_kind: string
          after: Json | null
          at: string
          before: Json | null
          forum_id: string | null
          id: number
          subject_id: string
          subject_kind: string
        }
        Insert: {
          action: string
          actor?: string | null
          actor_kind: string
          after?: Json | null
          at?: string
          before?: Json | null
          forum_id?: string | null
          id?: never
          subject_id: string
          subject_kind: string
        }
        Update: {
          action?: string
          actor?: string | null
          actor_kind?: string
          after?: Json | null
          at?: string
          before?: Json | null
          forum_id?: string | null
          id?: never
          subject_id?: string
          subject_kind?: string
        }
        Relationships: []
      }
      companies: {
        Row: {
          about: string | null
          certificates: string[]
          city: string | null
          completeness: number
          confirmed_at: string | null
          corridors: string[]
          country: string
          created_at: string
          employees_band: string | null
          erased_at: string | null
          founded_year: number | null
          id: string
          incoterms: string[]
          is_demo: boolean
          locale: string
          name_key: string | null
          name_latin: string | null
          name_locale: string | null
          name_native: string | null
          ports: string[]
          published_at: string | null
          region: string | null
          registration_kind: string | null
          registration_number: string | null
          sectors: string[]
          show_name: boolean
          state: string
          updated_at: string
          version: number
          website: string | null
          working_languages: string[]
        }
        Insert: {
          about?: string | null
          certificates?: string[]
          city?: string | null
          completeness?: number
          confirmed_at?: string | null
          corridors?: string[]
          country: string
          created_at?: string
          employees_band?: string | null
          erased_at?: string | null
          founded_year?: number | null
          id?: string
          incoterms?: string[]
          is_demo?: boolean
          locale?: string
          name_key?: string | null
          name_latin?: string | null
          name_locale?: string | null
          name_native?: string | null
          ports?: string[]
          published_at?: string | null
          region?: string | null
          registration_kind?: string | null
          registration_number?: string | null
          sectors?: string[]
          show_name?: boolean
          state?: string
          updated_at?: string
          version?: number
          website?: string | null
          working_languages?: string[]
        }
        Update: {
          about?: string | null
          certificates?: string[]
          city?: string | null
          completeness?: number
          confirmed_at?: string | null
          corridors?: string[]
          country?: string
          created_at?: string
          employees_band?: string | null
          erased_at?: string | null
          founded_year?: number | null
          id?: string
          incoterms?: string[]
          is_demo?: boolean
          locale?: string
          name_key?: string | null
          name_latin?: string | null
          name_locale?: string | null
          name_native?: string | null
          ports?: string[]
          published_at?: string | null
          region?: string | null
          registration_kind?: string | null
          registration_number?: string | null
          sectors?: string[]
          show_name?: boolean
          state?: string
          updated_at?: string
          version?: number
          website?: string | null
          working_languages?: string[]
        }
        Relationships: []
      }
      company_members: {
        Row: {
          company_id: string
          created_at: string
          role: string
          user_id: string
        }
        Insert: {
          company_id: string
          created_at?: string
          role?: string
          user_id: string
        }
        Update: {
          company_id?: string
          created_at?: string
          role?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'company_members_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      company_merges: {
        Row: {
          forum_id: string
          from_company: string
          into_company: string
          merged_at: string
          merged_by: string | null
        }
        Insert: {
          forum_id: string
          from_company: string
          into_company: string
          merged_at?: string
          merged_by?: string | null
        }
        Update: {
          forum_id?: string
          from_company?: string
          into_company?: string
          merged_at?: string
          merged_by?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'company_merges_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'company_merges_from_company_fkey'
            columns: ['from_company']
            isOneToOne: true
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'company_merges_into_company_fkey'
            columns: ['into_company']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      company_notes: {
        Row: {
          author: string
          body: string
          company_id: string
          created_at: string
          forum_id: string
          id: string
        }
        Insert: {
          author: string
          body: string
          company_id: string
          created_at?: string
          forum_id: string
          id?: string
        }
        Update: {
          author?: string
          body?: string
          company_id?: string
          created_at?: string
          forum_id?: string
          id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'company_notes_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'company_notes_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
        ]
      }
      company_reviews: {
        Row: {
          clarity: number | null
          company_id: string
          completeness: number | null
          created_at: string
          decision: string
          forum_id: string
          id: string
          message: string | null
          plausibility: number | null
          reasons: string[]
          reviewer: string
          substance: number | null
        }
        Insert: {
          clarity?: number | null
          company_id: string
          completeness?: number | null
          created_at?: string
          decision: string
          forum_id: string
          id?: string
          message?: string | null
          plausibility?: number | null
          reasons?: string[]
          reviewer: string
          substance?: number | null
        }
        Update: {
          clarity?: number | null
          company_id?: string
          completeness?: number | null
          created_at?: string
          decision?: string
          forum_id?: string
          id?: string
          message?: string | null
          plausibility?: number | null
          reasons?: string[]
          reviewer?: string
          substance?: number | null
        }
        Relationships: [
          {
            foreignKeyName: 'company_reviews_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'company_reviews_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
        ]
      }
      consents: {
        Row: {
          company_id: string
          given: boolean
          id: string
          kind: string
          locale: string
          recorded_at: string
          user_id: string
          wording: string
        }
        Insert: {
          company_id: string
          given: boolean
          id?: string
          kind: string
          locale: string
          recorded_at?: string
          user_id: string
          wording: string
        }
        Update: {
          company_id?: string
          given?: boolean
          id?: string
          kind?: string
          locale?: string
          recorded_at?: string
          user_id?: string
          wording?: string
        }
        Relationships: [
          {
            foreignKeyName: 'consents_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      contacts: {
        Row: {
          company_id: string
          email: string
          id: string
          is_primary: boolean
          locale: string
          name: string
          phone: string | null
          role_title: string | null
          updated_at: string
        }
        Insert: {
          company_id: string
          email: string
          id?: string
          is_primary?: boolean
          locale?: string
          name: string
          phone?: string | null
          role_title?: string | null
          updated_at?: string
        }
        Update: {
          company_id?: string
          email?: string
          id?: string
          is_primary?: boolean
          locale?: string
          name?: string
          phone?: string | null
          role_title?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'contacts_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      corridors: {
        Row: {
          as_of: string
          id: string
          legs: string[]
          name: string
          position: number
          source: string
          status: string
        }
        Insert: {
          as_of: string
          id: string
          legs: string[]
          name: string
          position: number
          source: string
          status: string
        }
        Update: {
          as_of?: string
          id?: string
          legs?: string[]
          name?: string
          position?: number
          source?: string
          status?: string
        }
        Relationships: []
      }
      decision_batch_pairs: {
        Row: {
          batch_id: string
          done: boolean | null
          match_id: string
          refused: string | null
        }
        Insert: {
          batch_id: string
          done?: boolean | null
          match_id: string
          refused?: string | null
        }
        Update: {
          batch_id?: string
          done?: boolean | null
          match_id?: string
          refused?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'decision_batch_pairs_batch_id_fkey'
            columns: ['batch_id']
            isOneToOne: false
            referencedRelation: 'decision_batches'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'decision_batch_pairs_match_id_fkey'
            columns: ['match_id']
            isOneToOne: false
            referencedRelation: 'matches'
            referencedColumns: ['id']
          },
        ]
      }
      decision_batches: {
        Row: {
          decision: string
          forum_id: string
          id: string
          made_at: string
          made_by: string | null
          undone_at: string | null
        }
        Insert: {
          decision: string
          forum_id: string
          id?: string
          made_at?: string
          made_by?: string | null
          undone_at?: string | null
        }
        Update: {
          decision?: string
          forum_id?: string
          id?: string
          made_at?: string
          made_by?: string | null
          undone_at?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'decision_batches_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
        ]
      }
      duplicate_pairs: {
        Row: {
          decided_at: string | null
          decided_by: string | null
          forum_id: string
          found_at: string
          one: string
          other: string
          reasons: string[]
          state: string
          sureness: number
        }
        Insert: {
          decided_at?: string | null
          decided_by?: string | null
          forum_id: string
          found_at?: string
          one: string
          other: string
          reasons: string[]
          state?: string
          sureness: number
        }
        Update: {
          decided_at?: string | null
          decided_by?: string | null
          forum_id?: string
          found_at?: string
          one?: string
          other?: string
          reasons?: string[]
          state?: string
          sureness?: number
        }
        Relationships: [
          {
            foreignKeyName: 'duplicate_pairs_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'duplicate_pairs_one_fkey'
            columns: ['one']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'duplicate_pairs_other_fkey'
            columns: ['other']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      engine_runs: {
        Row: {
          done: number
          engine_version: string
          finished_at: string | null
          forum_id: string
          started_at: string
          total: number
        }
        Insert: {
          done?: number
          engine_version: string
          finished_at?: string | null
          forum_id: string
          started_at?: string
          total: number
        }
        Update: {
          done?: number
          engine_version?: string
          finished_at?: string | null
          forum_id?: string
          started_at?: string
          total?: number
        }
        Relationships: [
          {
            foreignKeyName: 'engine_runs_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: true
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
        ]
      }
      forum_figures: {
        Row: {
          created_at: string
          falls_on: string | null
          forum_id: string
          id: string
          in_use: boolean
          kind: string
          said_by: string
          said_on: string
          value_usd: number | null
        }
        Insert: {
          created_at?: string
          falls_on?: string | null
          forum_id: string
          id?: string
          in_use?: boolean
          kind: string
          said_by: string
          said_on: string
          value_usd?: number | null
        }
        Update: {
          created_at?: string
          falls_on?: string | null
          forum_id?: string
          id?: string
          in_use?: boolean
          kind?: string
          said_by?: string
          said_on?: string
          value_usd?: number | null
        }
        Relationships: [
          {
            foreignKeyName: 'forum_figures_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
        ]
      }
      forum_weights: {
        Row: {
          forum_id: string
          saved_at: string
          saved_by: string | null
          saved_by_name: string | null
          share: Json
          version: number
        }
        Insert: {
          forum_id: string
          saved_at?: string
          saved_by?: string | null
          saved_by_name?: string | null
          share: Json
          version: number
        }
        Update: {
          forum_id?: string
          saved_at?: string
          saved_by?: string | null
          saved_by_name?: string | null
          share?: Json
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'forum_weights_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
        ]
      }
      forums: {
        Row: {
          cap: number
          created_at: string
          desk_email: string
          dual_key: boolean
          ends_on: string
          expire_days: number
          floor: number
          host_city: string
          id: string
          is_demo: boolean
          languages: string[]
          mode: string
          name: string
          nudge_days: number
          slug: string
          starts_on: string
          status: string
          unanswered_cap: number
          undo_minutes: number
        }
        Insert: {
          cap?: number
          created_at?: string
          desk_email: string
          dual_key?: boolean
          ends_on: string
          expire_days?: number
          floor?: number
          host_city: string
          id?: string
          is_demo?: boolean
          languages?: string[]
          mode?: string
          name: string
          nudge_days?: number
          slug: string
          starts_on: string
          status?: string
          unanswered_cap?: number
          undo_minutes?: number
        }
        Update: {
          cap?: number
          created_at?: string
          desk_email?: string
          dual_key?: boolean
          ends_on?: string
          expire_days?: number
          floor?: number
          host_city?: string
          id?: string
          is_demo?: boolean
          languages?: string[]
          mode?: string
          name?: string
          nudge_days?: number
          slug?: string
          starts_on?: string
          status?: string
          unanswered_cap?: number
          undo_minutes?: number
        }
        Relationships: []
      }
      import_headings: {
        Row: {
          field: string
          forum_id: string
          heading: string
        }
        Insert: {
          field: string
          forum_id: string
          heading: string
        }
        Update: {
          field?: string
          forum_id?: string
          heading?: string
        }
        Relationships: [
          {
            foreignKeyName: 'import_headings_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
        ]
      }
      import_rows: {
        Row: {
          before: Json | null
          cells: Json
          company_id: string | null
          firm: Json | null
          import_id: string
          invited: string | null
          outcome: string | null
          row: number
          twin: Json | null
          verdict: string | null
          version: number | null
          wrong: Json
        }
        Insert: {
          before?: Json | null
          cells: Json
          company_id?: string | null
          firm?: Json | null
          import_id: string
          invited?: string | null
          outcome?: string | null
          row: number
          twin?: Json | null
          verdict?: string | null
          version?: number | null
          wrong?: Json
        }
        Update: {
          before?: Json | null
          cells?: Json
          company_id?: string | null
          firm?: Json | null
          import_id?: string
          invited?: string | null
          outcome?: string | null
          row?: number
          twin?: Json | null
          verdict?: string | null
          version?: number | null
          wrong?: Json
        }
        Relationships: [
          {
            foreignKeyName: 'import_rows_import_id_fkey'
            columns: ['import_id']
            isOneToOne: false
            referencedRelation: 'imports'
            referencedColumns: ['id']
          },
        ]
      }
      imports: {
        Row: {
          applied_at: string | null
          author: string | null
          country: string | null
          counts: Json
          created_at: string
          done: number
          file_hash: string
          file_name: string
          forum_id: string
          headings: string[]
          id: string
          mapping: Json
          moved_at: string
          state: string
          total: number
        }
        Insert: {
          applied_at?: string | null
          author?: string | null
          country?: string | null
          counts?: Json
          created_at?: string
          done?: number
          file_hash: string
          file_name: string
          forum_id: string
          headings: string[]
          id?: string
          mapping?: Json
          moved_at?: string
          state?: string
          total?: number
        }
        Update: {
          applied_at?: string | null
          author?: string | null
          country?: string | null
          counts?: Json
          created_at?: string
          done?: number
          file_hash?: string
          file_name?: string
          forum_id?: string
          headings?: string[]
          id?: string
          mapping?: Json
          moved_at?: string
          state?: string
          total?: number
        }
        Relationships: [
          {
            foreignKeyName: 'imports_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
        ]
      }
      introduction_flags: {
        Row: {
          as_of: string
          changed_at: string
          corridor: string
          introduction_id: string
          status: string
        }
        Insert: {
          as_of: string
          changed_at?: string
          corridor: string
          introduction_id: string
          status: string
        }
        Update: {
          as_of?: string
          changed_at?: string
          corridor?: string
          introduction_id?: string
          status?: string
        }
        Relationships: [
          {
            foreignKeyName: 'introduction_flags_corridor_fkey'
            columns: ['corridor']
            isOneToOne: false
            referencedRelation: 'corridors'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'introduction_flags_introduction_id_fkey'
            columns: ['introduction_id']
            isOneToOne: false
            referencedRelation: 'introductions'
            referencedColumns: ['id']
          },
        ]
      }
      introduction_notes: {
        Row: {
          body: string
          company_id: string
          introduction_id: string
        }
        Insert: {
          body: string
          company_id: string
          introduction_id: string
        }
        Update: {
          body?: string
          company_id?: string
          introduction_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'introduction_notes_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'introduction_notes_introduction_id_fkey'
            columns: ['introduction_id']
            isOneToOne: false
            referencedRelation: 'introductions'
            referencedColumns: ['id']
          },
        ]
      }
      introductions: {
        Row: {
          closed_at: string | null
          connected_at: string | null
          created_at: string
          created_by: string | null
          deal_type: string | null
          expires_at: string | null
          forum_id: string
          id: string
          kz_company: string
          match_id: string
          mode: string
          nudged_at: string | null
          on_hold: boolean
          pk_company: string
          reasons: Json
          send_after: string
          sent_at: string | null
          state: string
        }
        Insert: {
          closed_at?: string | null
          connected_at?: string | null
          created_at?: string
          created_by?: string | null
          deal_type?: string | null
          expires_at?: string | null
          forum_id: string
          id?: string
          kz_company: string
          match_id: string
          mode: string
          nudged_at?: string | null
          on_hold?: boolean
          pk_company: string
          reasons: Json
          send_after: string
          sent_at?: string | null
          state?: string
        }
        Update: {
          closed_at?: string | null
          connected_at?: string | null
          created_at?: string
          created_by?: string | null
          deal_type?: string | null
          expires_at?: string | null
          forum_id?: string
          id?: string
          kz_company?: string
          match_id?: string
          mode?: string
          nudged_at?: string | null
          on_hold?: boolean
          pk_company?: string
          reasons?: Json
          send_after?: string
          sent_at?: string | null
          state?: string
        }
        Relationships: [
          {
            foreignKeyName: 'introductions_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'introductions_kz_company_fkey'
            columns: ['kz_company']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'introductions_match_id_fkey'
            columns: ['match_id']
            isOneToOne: false
            referencedRelation: 'matches'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'introductions_pk_company_fkey'
            columns: ['pk_company']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      join_requests: {
        Row: {
          company_id: string
          created_at: string
          email: string
          state: string
          user_id: string
        }
        Insert: {
          company_id: string
          created_at?: string
          email: string
          state?: string
          user_id: string
        }
        Update: {
          company_id?: string
          created_at?: string
          email?: string
          state?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'join_requests_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      listings: {
        Row: {
          amount: number | null
          company_id: string
          concepts: Json
          confirmed_code: string | null
          direction: string
          expires_on: string | null
          id: string
          kind: string
          language: string | null
          period: string | null
          position: number
          resolver_version: string | null
          stated_code: string | null
          text: string
          unit: string | null
          updated_at: string
        }
        Insert: {
          amount?: number | null
          company_id: string
          concepts?: Json
          confirmed_code?: string | null
          direction: string
          expires_on?: string | null
          id?: string
          kind?: string
          language?: string | null
          period?: string | null
          position: number
          resolver_version?: string | null
          stated_code?: string | null
          text: string
          unit?: string | null
          updated_at?: string
        }
        Update: {
          amount?: number | null
          company_id?: string
          concepts?: Json
          confirmed_code?: string | null
          direction?: string
          expires_on?: string | null
          id?: string
          kind?: string
          language?: string | null
          period?: string | null
          position?: number
          resolver_version?: string | null
          stated_code?: string | null
          text?: string
          unit?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'listings_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      matches: {
        Row: {
          created_at: string
          deal_type: string | null
          decided_at: string | null
          decided_by: string | null
          decided_by_name: string | null
          engine_version: string
          first_approver: string | null
          forum_id: string
          id: string
          kz_company: string
          lacks_certificate: boolean
          pk_company: string
          points: Json
          reasons: Json
          reject_note: string | null
          reject_reason: string | null
          score: number
          scored_at: string
          sector: string | null
          snoozed_until: string | null
          stale: boolean
          state: string
          warnings: string[]
        }
        Insert: {
          created_at?: string
          deal_type?: string | null
          decided_at?: string | null
          decided_by?: string | null
          decided_by_name?: string | null
          engine_version: string
          first_approver?: string | null
          forum_id: string
          id?: string
          kz_company: string
          lacks_certificate?: never
          pk_company: string
          points: Json
          reasons: Json
          reject_note?: string | null
          reject_reason?: string | null
          score: number
          scored_at?: string
          sector?: string | null
          snoozed_until?: string | null
          stale?: boolean
          state?: string
          warnings?: string[]
        }
        Update: {
          created_at?: string
          deal_type?: string | null
          decided_at?: string | null
          decided_by?: string | null
          decided_by_name?: string | null
          engine_version?: string
          first_approver?: string | null
          forum_id?: string
          id?: string
          kz_company?: string
          lacks_certificate?: never
          pk_company?: string
          points?: Json
          reasons?: Json
          reject_note?: string | null
          reject_reason?: string | null
          score?: number
          scored_at?: string
          sector?: string | null
          snoozed_until?: string | null
          stale?: boolean
          state?: string
          warnings?: string[]
        }
        Relationships: [
          {
            foreignKeyName: 'matches_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'matches_kz_company_fkey'
            columns: ['kz_company']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'matches_pk_company_fkey'
            columns: ['pk_company']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      memoranda: {
        Row: {
          area: string
          closed_as: string | null
          closed_at: string | null
          created_at: string
          expires_on: string | null
          forum_id: string
          id: string
          kz_party: string
          note: string | null
          pk_party: string
          signed_on: string
          source: string
          title: string
          version: number
        }
        Insert: {
          area: string
          closed_as?: string | null
          closed_at?: string | null
          created_at?: string
          expires_on?: string | null
          forum_id: string
          id?: string
          kz_party: string
          note?: string | null
          pk_party: string
          signed_on: string
          source: string
          title: string
          version?: number
        }
        Update: {
          area?: string
          closed_as?: string | null
          closed_at?: string | null
          created_at?: string
          expires_on?: string | null
          forum_id?: string
          id?: string
          kz_party?: string
          note?: string | null
          pk_party?: string
          signed_on?: string
          source?: string
          title?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'memoranda_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
        ]
      }
      memorandum_introductions: {
        Row: {
          introduction_id: string
          memorandum_id: string
        }
        Insert: {
          introduction_id: string
          memorandum_id: string
        }
        Update: {
          introduction_id?: string
          memorandum_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'memorandum_introductions_introduction_id_fkey'
            columns: ['introduction_id']
            isOneToOne: false
            referencedRelation: 'introductions'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'memorandum_introductions_memorandum_id_fkey'
            columns: ['memorandum_id']
            isOneToOne: false
            referencedRelation: 'memoranda'
            referencedColumns: ['id']
          },
        ]
      }
      memorandum_milestones: {
        Row: {
          done_on: string | null
          due_on: string | null
          memorandum_id: string
          position: number
          what: string
        }
        Insert: {
          done_on?: string | null
          due_on?: string | null
          memorandum_id: string
          position: number
          what: string
        }
        Update: {
          done_on?: string | null
          due_on?: string | null
          memorandum_id?: string
          position?: number
          what?: string
        }
        Relationships: [
          {
            foreignKeyName: 'memorandum_milestones_memorandum_id_fkey'
            columns: ['memorandum_id']
            isOneToOne: false
            referencedRelation: 'memoranda'
            referencedColumns: ['id']
          },
        ]
      }
      organizers: {
        Row: {
          country: string
          created_at: string
          forum_id: string
          name: string
          role: string
          user_id: string
        }
        Insert: {
          country: string
          created_at?: string
          forum_id: string
          name: string
          role?: string
          user_id: string
        }
        Update: {
          country?: string
          created_at?: string
          forum_id?: string
          name?: string
          role?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'organizers_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
        ]
      }
      outcomes: {
        Row: {
          company_id: string | null
          created_at: string
          document_url: string | null
          evidence: string
          happened_on: string
          id: string
          introduction_id: string
          kind: string
          note: string | null
          reported_by: string | null
          value_usd: number | null
        }
        Insert: {
          company_id?: string | null
          created_at?: string
          document_url?: string | null
          evidence?: string
          happened_on: string
          id?: string
          introduction_id: string
          kind: string
          note?: string | null
          reported_by?: string | null
          value_usd?: number | null
        }
        Update: {
          company_id?: string | null
          created_at?: string
          document_url?: string | null
          evidence?: string
          happened_on?: string
          id?: string
          introduction_id?: string
          kind?: string
          note?: string | null
          reported_by?: string | null
          value_usd?: number | null
        }
        Relationships: [
          {
            foreignKeyName: 'outcomes_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'outcomes_introduction_id_fkey'
            columns: ['introduction_id']
            isOneToOne: false
            referencedRelation: 'introductions'
            referencedColumns: ['id']
          },
        ]
      }
      participations: {
        Row: {
          company_id: string
          direct_contact: boolean
          forum_id: string
          joined_at: string
        }
        Insert: {
          company_id: string
          direct_contact?: boolean
          forum_id: string
          joined_at?: string
        }
        Update: {
          company_id?: string
          direct_contact?: boolean
          forum_id?: string
          joined_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'participations_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'participations_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
        ]
      }
      queue_presence: {
        Row: {
          forum_id: string
          match_id: string
          seen_at: string
          user_id: string
        }
        Insert: {
          forum_id: string
          match_id: string
          seen_at?: string
          user_id: string
        }
        Update: {
          forum_id?: string
          match_id?: string
          seen_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'queue_presence_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'queue_presence_match_id_fkey'
            columns: ['match_id']
            isOneToOne: false
            referencedRelation: 'matches'
            referencedColumns: ['id']
          },
        ]
      }
      rounds: {
        Row: {
          applied_at: string | null
          applied_by_name: string | null
          batch_id: string
          forum_id: string
          id: string
          number: number
          outcome: Json
          proposed_at: string
          proposed_by: string | null
          proposed_by_name: string | null
          rules: Json
        }
        Insert: {
          applied_at?: string | null
          applied_by_name?: string | null
          batch_id: string
          forum_id: string
          id?: string
          number: number
          outcome: Json
          proposed_at?: string
          proposed_by?: string | null
          proposed_by_name?: string | null
          rules: Json
        }
        Update: {
          applied_at?: string | null
          applied_by_name?: string | null
          batch_id?: string
          forum_id?: string
          id?: string
          number?: number
          outcome?: Json
          proposed_at?: string
          proposed_by?: string | null
          proposed_by_name?: string | null
          rules?: Json
        }
        Relationships: [
          {
            foreignKeyName: 'rounds_batch_id_fkey'
            columns: ['batch_id']
            isOneToOne: false
            referencedRelation: 'decision_batches'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'rounds_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
        ]
      }
      saved_filters: {
        Row: {
          created_at: string
          forum_id: string
          id: string
          name: string
          query: string
          user_id: string
        }
        Insert: {
          created_at?: string
          forum_id: string
          id?: string
          name: string
          query: string
          user_id: string
        }
        Update: {
          created_at?: string
          forum_id?: string
          id?: string
          name?: string
          query?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'saved_filters_forum_id_fkey'
            columns: ['forum_id']
            isOneToOne: false
            referencedRelation: 'forums'
            referencedColumns: ['id']
          },
        ]
      }
    }
    Views: {
      company_teasers: {
        Row: {
          country: string | null
          id: string | null
          is_demo: boolean | null
          listings: Json | null
          name_latin: string | null
          name_locale: string | null
          name_native: string | null
          published_on: string | null
          region: string | null
          sectors: string[] | null
        }
        Relationships: []
      }
    }
    Functions: {
      accept_desk_invitation: {
        Args: {
          forum: string
        }
        Returns: undefined
      }
      accept_invitation: {
        Args: {
          hash: string
        }
        Returns: string
      }
      add_forum_figure: {
        Args: {
          by_whom: string
          falls: string
          forum: string
          of_kind: string
          said: string
          value: number
        }
        Returns: string
      }
      add_import_rows: {
        Args: {
          import: string
          items: Json
        }
        Returns: number
      }
      answer_by_token: {
        Args: {
          hash: string
          why?: string
          words?: string
        }
        Returns: Json
      }
      answer_introduction: {
        Args: {
          company: string
          introduction: string
          said: string
          why?: string
          words?: string
        }
        Returns: Json
      }
      apply_import: {
        Args: {
          import: string
          size?: number
        }
        Returns: Json
      }
      apply_round: {
        Args: {
          most?: number
          round: string
        }
        Returns: Json
      }
      approve_match: {
        Args: {
          match: string
          note_kz?: string
          note_pk?: string
        }
        Returns: Json
      }
      ask_to_join: {
        Args: {
          kind: string
          number: string
          of_country: string
        }
        Returns: boolean
      }
      attend_match: {
        Args: {
          match: string
        }
        Returns: Json
      }
      begin_company: {
        Args: {
          country: string
          email: string
          locale: string
        }
        Returns: string
      }
      begin_import: {
        Args: {
          file_hash: string
          file_name: string
          forum: string
          headings: string[]
        }
        Returns: string
      }
      cancel_mail: {
        Args: {
          mail: string
        }
        Returns: string
      }
      changed_companies: {
        Args: {
          forum: string
          since: string
        }
        Returns: {
          id: string
          state: string
          updated_at: string
        }[]
      }
      changed_traces: {
        Args: {
          forum: string
          since: string
        }
        Returns: Json
      }
      check_import: {
        Args: {
          import: string
          mapping: Json
          meanings: Json
          of_country: string
        }
        Returns: undefined
      }
      close_memorandum: {
        Args: {
          closing: string
          memorandum: string
        }
        Returns: undefined
      }
      company_home: {
        Args: {
          company: string
        }
        Returns: Json
      }
      company_introductions: {
        Args: {
          company: string
        }
        Returns: Json[]
      }
      company_team: {
        Args: {
          company: string
        }
        Returns: Json
      }
      corridor_effect: {
        Args: {
          corridor: string
          forum: string
        }
        Returns: Json
      }
      count_queue: {
        Args: {
          forum: string
          wanted: Json
        }
        Returns: number
      }
      decide_batch: {
        Args: {
          decision: string
          forum: string
          note?: string
          pairs?: string[]
          reason?: string
          until?: string
          wanted?: Json
        }
        Returns: Json
      }
      decide_join_request: {
        Args: {
          accept: boolean
          asker: string
          company: string
        }
        Returns: undefined
      }
      decide_unknown_mail: {
        Args: {
          decision: string
          mail: string
        }
        Returns: string
      }
      desk_companies: {
        Args: {
          after?: string
          forum: string
          page_size?: number
          wanted: Json
        }
        Returns: Json
      }
      desk_company: {
        Args: {
          company: string
          forum: string
        }
        Returns: Json
      }
      desk_counts: {
        Args: {
          forum: string
        }
        Returns: Json
      }
      desk_duplicates: {
        Args: {
          forum: string
        }
        Returns: Json
      }
      desk_exposure: {
        Args: {
          forum: string
        }
        Returns: Json
      }
      desk_frame: {
        Args: {
          forum: string
        }
        Returns: Json
      }
      desk_goods: {
        Args: {
          forum: string
          headings: string[]
        }
        Returns: Json
      }
      desk_import: {
        Args: {
          import: string
        }
        Returns: Json
      }
      desk_import_rows: {
        Args: {
          after?: number
          import: string
          of_kind?: string
          page_size?: number
        }
        Returns: Json
      }
      desk_imports: {
        Args: {
          forum: string
        }
        Returns: Json
      }
      desk_introduction: {
        Args: {
          introduction: string
        }
        Returns: Json
      }
      desk_introductions: {
        Args: {
          after?: string
          forum: string
          page_size?: number
          wanted?: string
        }
        Returns: Json
      }
      desk_memoranda: {
        Args: {
          forum: string
        }
        Returns: Json
      }
      desk_pair: {
        Args: {
          match: string
        }
        Returns: Json
      }
      desk_progress: {
        Args: {
          forum: string
        }
        Returns: Json
      }
      desk_queue: {
        Args: {
          after?: string
          forum: string
          page_size?: number
          wanted: Json
        }
        Returns: Json
      }
      desk_record: {
        Args: {
          forum: string
          kinds: string[]
        }
        Returns: Json
      }
      desk_round: {
        Args: {
          round: string
        }
        Returns: Json
      }
      desk_round_material: {
        Args: {
          forum: string
        }
        Returns: Json
      }
      desk_rounds: {
        Args: {
          forum: string
        }
        Returns: Json
      }
      desk_session_stands: {
        Args: never
        Returns: boolean
      }
      desk_team: {
        Args: {
          forum: string
        }
        Returns: Json
      }
      desk_two_firms: {
        Args: {
          forum: string
          one: string
          other: string
        }
        Returns: Json
      }
      dismiss_mail_alarm: {
        Args: {
          mail: string
        }
        Returns: string
      }
      done_on_behalf: {
        Args: {
          company: string
        }
        Returns: Json
      }
      drop_filter: {
        Args: {
          filter: string
        }
        Returns: undefined
      }
      drop_forum_figure: {
        Args: {
          figure: string
        }
        Returns: undefined
      }
      drop_old_pairs: {
        Args: {
          forum: string
          scored_by: string
        }
        Returns: number
      }
      drop_round: {
        Args: {
          round: string
        }
        Returns: undefined
      }
      edit_on_behalf: {
        Args: {
          company: string
          expected_version: number
          firm: Json
          forum: string
        }
        Returns: number
      }
      enqueue_mail: {
        Args: {
          address: string
          facts?: Json
          forum?: string
          key: string
          of_category: string
          of_locale: string
          of_notice: string
        }
        Returns: string
      }
      enter_company: {
        Args: {
          firm: Json
          forum: string
        }
        Returns: string
      }
      export_firms: {
        Args: {
          after?: string
          forum: string
          page_size?: number
          wanted?: Json
        }
        Returns: Json
      }
      export_introductions: {
        Args: {
          after?: string
          forum: string
          page_size?: number
        }
        Returns: Json
      }
      export_matches: {
        Args: {
          after?: string
          forum: string
          page_size?: number
          wanted?: Json
        }
        Returns: Json
      }
      export_outcomes: {
        Args: {
          after?: string
          forum: string
          page_size?: number
        }
        Returns: Json
      }
      finish_import_check: {
        Args: {
          import: string
        }
        Returns: Json
      }
      firm_traces: {
        Args: {
          after?: string
          forum: string
          page_size?: number
        }
        Returns: Json
      }
      forum_counts: {
        Args: {
          forum: string
        }
        Returns: Json
      }
      hold_introduction: {
        Args: {
          hold: boolean
          introduction: string
        }
        Returns: undefined
      }
      introduction_parties: {
        Args: {
          introduction: string
        }
        Returns: {
          company_id: string
          country: string
          name_native: string
          name_latin: string
          name_locale: string
          region: string
          city: string
          founded_year: number
          employees_band: string
          about: string
          sectors: string[]
          corridors: string[]
          ports: string[]
          incoterms: string[]
          certificates: string[]
          working_languages: string[]
          is_demo: boolean
          listings: Json
        }[]
      }
      invite_imported: {
        Args: {
          import: string
          size?: number
        }
        Returns: Json
      }
      invite_member: {
        Args: {
          address: string
          company: string
        }
        Returns: string
      }
      invite_organizer: {
        Args: {
          address: string
          forum: string
          of_country: string
          of_locale?: string
          of_name: string
          of_role: string
        }
        Returns: undefined
      }
      invite_to_claim: {
        Args: {
          company: string
        }
        Returns: string
      }
      judge_import_rows: {
        Args: {
          import: string
          judged: Json
        }
        Returns: undefined
      }
      keep_apart: {
        Args: {
          forum: string
          one: string
          other: string
        }
        Returns: undefined
      }
      latest_review: {
        Args: {
          company: string
        }
        Returns: Json
      }
      lease_engine: {
        Args: {
          forum: string
          holder: string
          seconds: number
        }
        Returns: boolean
      }
      leave: {
        Args: never
        Returns: Json
      }
      link_material: {
        Args: {
          hash: string
        }
        Returns: Json
      }
      look_at_match: {
        Args: {
          match: string
        }
        Returns: undefined
      }
      mail_counts: {
        Args: {
          forum: string
        }
        Returns: Json
      }
      mail_event: {
        Args: {
          event: string
          happened_at: string
          mail: string
          of_type: string
          provider: string
        }
        Returns: string
      }
      mail_log: {
        Args: {
          before?: string
          before_id?: string
          forum: string
          max_rows?: number
          of_filter?: string
        }
        Returns: Json[]
      }
      mail_material: {
        Args: {
          mail: string
        }
        Returns: Json
      }
      mail_message: {
        Args: {
          mail: string
        }
        Returns: Json
      }
      mail_preferences: {
        Args: {
          company: string
        }
        Returns: Json
      }
      mailbox_deliver: {
        Args: {
          mail: string
        }
        Returns: string
      }
      mailbox_list: {
        Args: {
          max_rows?: number
          of_email?: string
        }
        Returns: Json[]
      }
      mailbox_message: {
        Args: {
          mail: string
        }
        Returns: Json
      }
      mailbox_waiting: {
        Args: {
          max_rows?: number
        }
        Returns: Json[]
      }
      merge_companies: {
        Args: {
          forum: string
          gone: string
          kept: string
        }
        Returns: undefined
      }
      my_companies: {
        Args: never
        Returns: Json
      }
      my_data: {
        Args: never
        Returns: Json
      }
      my_desk_invitations: {
        Args: never
        Returns: Json
      }
      my_mail_preferences: {
        Args: never
        Returns: Json
      }
      open_desk: {
        Args: {
          chosen?: string
          framed?: boolean
        }
        Returns: Json
      }
      outbox_ack: {
        Args: {
          mail: string
          provider: string
        }
        Returns: string
      }
      outbox_backlog: {
        Args: never
        Returns: Json
      }
      outbox_claim: {
        Args: {
          by_worker: string
          lease_seconds: number
          max_rows: number
        }
        Returns: Json[]
      }
      outbox_fail: {
        Args: {
          counts: boolean
          delay_seconds: number
          mail: string
          permanent: boolean
          reason: string
          token: string
        }
        Returns: string
      }
      outbox_freeze: {
        Args: {
          frozen: Json
          mail: string
          token: string
          tokens?: Json
        }
        Returns: Json
      }
      outbox_rate: {
        Args: {
          block_seconds?: number
          limit_per_second?: number
        }
        Returns: undefined
      }
      pass_on_introduction: {
        Args: {
          address: string
          hash: string
        }
        Returns: string
      }
      propose_round: {
        Args: {
          forum: string
          outcome: Json
          pairs: string[]
          rules: Json
        }
        Returns: string
      }
      publish_company: {
        Args: {
          company: string
          consents: Json
          direct: boolean
          forum: string
        }
        Returns: string
      }
      read_batch: {
        Args: {
          batch: string
        }
        Returns: Json
      }
      read_invitation: {
        Args: {
          hash: string
        }
        Returns: Json
      }
      read_token: {
        Args: {
          hash: string
        }
        Returns: Json
      }
      readiness: {
        Args: never
        Returns: Json
      }
      reject_match: {
        Args: {
          match: string
          note?: string
          reason: string
        }
        Returns: undefined
      }
      remove_organizer: {
        Args: {
          forum: string
          member: string
        }
        Returns: undefined
      }
      report_engine_run: {
        Args: {
          forum: string
          of_total: number
          scored_by: string
          so_far: number
        }
        Returns: undefined
      }
      report_outcome: {
        Args: {
          company: string
          document?: string
          happened: string
          introduction: string
          level: string
          of_kind: string
          value: number
          words?: string
        }
        Returns: string
      }
      retry_failed_mail: {
        Args: {
          forum: string
        }
        Returns: number
      }
      retry_mail: {
        Args: {
          mail: string
        }
        Returns: string
      }
      review_company: {
        Args: {
          company: string
          decision: string
          forum: string
          marks?: Json
          message?: string
          reasons?: string[]
        }
        Returns: string
      }
      run_due_introductions: {
        Args: never
        Returns: Json
      }
      run_due_work: {
        Args: never
        Returns: Json
      }
      sample_pairs: {
        Args: {
          forum: string
          most?: number
        }
        Returns: Json
      }
      save_company: {
        Args: {
          company: string
          expected_version?: number
          patch: Json
        }
        Returns: number
      }
      save_contact: {
        Args: {
          company: string
          patch: Json
        }
        Returns: undefined
      }
      save_filter: {
        Args: {
          address_query: string
          called: string
          forum: string
        }
        Returns: string
      }
      save_forum_settings: {
        Args: {
          forum: string
          patch: Json
        }
        Returns: undefined
      }
      save_listings: {
        Args: {
          company: string
          expected_version?: number
          items: Json
          side: string
        }
        Returns: number
      }
      save_memorandum: {
        Args: {
          expected_version?: number
          fields: Json
          forum: string
          memorandum?: string
        }
        Returns: string
      }
      save_weights: {
        Args: {
          based_on: number
          forum: string
          shares: Json
        }
        Returns: number
      }
      send_introduction_now: {
        Args: {
          introduction: string
        }
        Returns: undefined
      }
      send_resume_link: {
        Args: {
          company: string
        }
        Returns: string
      }
      set_corridor: {
        Args: {
          as_of: string
          corridor: string
          forum: string
          new_status: string
          source: string
        }
        Returns: Json
      }
      set_mail_preference: {
        Args: {
          of_category: string
          wanted: boolean
        }
        Returns: undefined
      } | {
        Args: {
          company: string
          of_category: string
          wanted: boolean
        }
        Returns: undefined
      }
      set_organizer_role: {
        Args: {
          forum: string
          member: string
          of_role: string
        }
        Returns: undefined
      }
      snooze_match: {
        Args: {
          match: string
          until: string
        }
        Returns: undefined
      }
      store_duplicates: {
        Args: {
          company?: string
          forum: string
          pairs: Json
        }
        Returns: number
      }
      store_pairs: {
        Args: {
          companies?: string[]
          forum: string
          pairs: Json
          scored_by: string
        }
        Returns: number
      }
      stored_partners: {
        Args: {
          companies: string[]
          forum: string
        }
        Returns: {
          company: string
          partner: string
        }[]
      }
      tidy_desk: {
        Args: never
        Returns: number
      }
      undo_batch: {
        Args: {
          batch: string
        }
        Returns: Json
      }
      undo_decision: {
        Args: {
          match: string
        }
        Returns: undefined
      }
      undo_import: {
        Args: {
          import: string
          size?: number
        }
        Returns: Json
      }
      unpublish_company: {
        Args: {
          company: string
        }
        Returns: string
      }
      unsubscribe_by_token: {
        Args: {
          hash: string
        }
        Returns: Json
      }
      use_forum_figure: {
        Args: {
          figure: string
        }
        Returns: undefined
      }
      wake_snoozed: {
        Args: never
        Returns: number
      }
      withdraw_introduction: {
        Args: {
          introduction: string
        }
        Returns: undefined
      }
      withdraw_invitation: {
        Args: {
          address: string
          company: string
        }
        Returns: undefined
      }
      withdraw_organizer_invitation: {
        Args: {
          address: string
          forum: string
        }
        Returns: undefined
      }
      write_company_note: {
        Args: {
          body: string
          company: string
          forum: string
        }
        Returns: string
      }
      write_introduction_notes: {
        Args: {
          introduction: string
          note_kz: string
          note_pk: string
        }
        Returns: undefined
      }
    }
    Enums: { [_ in never]: never }
    CompositeTypes: { [_ in never]: never }
  }
}
